/** Rupees as both languages write them in a finding's sentence: 123_456_789 paise is "12,34,567.89". */
export function rupeesText(paise: number): string {
  const rupees = Math.trunc(Math.abs(paise) / 100);
  const rest = Math.abs(paise) % 100;
  const grouped = String(rupees).replace(/\B(?=(\d{2})*\d{3}$)/g, ',');
  return `${paise < 0 ? '-' : ''}${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** A rate without its sign: 180_000 parts per million is "18", 2_500 is "0.25". */
export function percentText(ratePpm: number): string {
  return String(ratePpm / 10_000);
}
