/**
 * A GSTIN that its owner recognises and nobody else can use: "27AAPFUXXXXF1ZV". The PAN inside a proprietor's number
 * is personal, so findings, alerts and mails carry this form.
 */
export function maskGstin(gstin: string): string {
  const text = gstin.slice(0, 15);
  return text.slice(0, 7) + 'X'.repeat(Math.min(4, Math.max(0, text.length - 7))) + text.slice(11);
}
