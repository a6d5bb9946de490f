// #region total
type Line = { name: string; cents: number };

function total(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.cents, 0);
}

const body = '[{"name":"Mug","cents":"1250"},{"name":"Tea","cents":490}]';
const lines = JSON.parse(body) as Line[];

console.log(total(lines));
// #endregion total
