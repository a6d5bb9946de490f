// #region greet
export function greet(name: string): string {
  const known = name.trim();
  return known ? `Hello, ${known}!` : 'Hello!';
}
// #endregion greet

console.log(greet('reader'));
