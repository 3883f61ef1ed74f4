const MANY: Readonly<Record<string, string>> = {
  user: 'users',
  inetorgperson: 'users',
  group: 'groups',
  contact: 'contacts',
  device: 'devices',
  'msds-device': 'devices',
};

/** What objects of these types are called: `users`; `objects` where the types differ; `printQueue objects`. */
export function kindOf(types: ReadonlySet<string>): string {
  const names = new Set(Array.from(types, (type) => MANY[type.toLowerCase()] ?? `${type} objects`.trim()));
  const [only = 'objects', ...others] = names;
  return others.length === 0 ? only : 'objects';
}

/** `user` of one, `users` of more, given `users`. */
export function inNumber(count: number, kind: string): string {
  return count === 1 ? kind.replace(/s$/, '') : kind;
}

/** `1 user`, `1,204 users`. */
export function countedObjects(count: number, kind: string): string {
  return `${count.toLocaleString('en')} ${inNumber(count, kind)}`;
}
