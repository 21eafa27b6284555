/** Name of the TXT record by which the owner of a host says that it is this shop's. */
export const proofName = (host: string): string => `_prahari.${host}`;

/** What that record says; `proof` is unique to the shop and the host. */
export const proofText = (proof: string): string => `prahari-verification=${proof}`;
