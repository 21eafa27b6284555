/** Something before and after one "@", a dot behind it, no blanks: the server looks closer. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether a typed address cannot be one. None typed is none needed. */
export function emailFault(typed: string): boolean {
  const address = typed.trim();
  return address !== '' && !ADDRESS.test(address);
}
