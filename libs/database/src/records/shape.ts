/**
 * An object with these members, all null, whose copies V8 keeps as objects of one shape. Members that are added one by one,
 * by name or by spread, make a dictionary of an object of more than some twenty (or take thirty times as long): copy this
 * and assign.
 */
export function shapeOf(names: string[]): Readonly<Record<string, null>> {
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<
    string,
    null
  >;
}
