/** How we name ourselves wherever we go. */
export const USER_AGENT = 'Prahari/0.1 (watches this shop for its owner)';
