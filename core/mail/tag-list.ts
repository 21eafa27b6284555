/**
 * "v=DMARC1; p=reject" as tags by name in lower case. Null where a name stands twice, or where a part is no tag and
 * strays are not passed over: DKIM refuses such a record, DMARC reads on.
 */
export function tagsOf(text: string, strays: 'refuse' | 'pass-over' = 'refuse'): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const [, name = '', value = ''] = /^\s*([a-z]\w*)\s*=([\s\S]*)$/i.exec(part) ?? [];
    if (name === '') {
      if (strays === 'pass-over') continue;
      return null;
    }
    if (tags.has(name.toLowerCase())) return null;
    tags.set(name.toLowerCase(), value.trim());
  }
  return tags;
}
