// Run: node products.ts   (Node.js 24, no packages)
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import assert from "node:assert/strict";

const db = new DatabaseSync(":memory:");
db.exec("create table product (id integer primary key, name text not null, stock integer not null)");

// #region tag
type Query = { text: string; values: SQLInputValue[] };

/**
 * sql`... ${value} ...` puts a ? for the value, which never becomes SQL text.
 */
function sql(parts: TemplateStringsArray, ...values: SQLInputValue[]): Query {
  return { text: parts.join("?"), values };
}

const all = ({ text, values }: Query) => db.prepare(text).all(...values);

const byName = (name: string) =>
  sql`select id, stock from product where name = ${name}`;
const byIds = (ids: number[]) =>
  sql`select name from product
      where id in (select value from json_each(${JSON.stringify(ids)}))
      order by id`;
// #endregion tag

const insert = db.prepare("insert into product (name, stock) values (:name, :stock)");
for (const row of [{ name: "Mug", stock: 12 }, { name: "Tea", stock: 3 }, { name: "x' or 1=1 --", stock: 0 }]) {
  insert.run(row);
}

// #region use
const attack = "x' or 1=1 --";
console.log(byName(attack).text);
console.log("rows for the attack text:", all(byName(attack)).length);
console.log("rows for 'Mug':", all(byName("Mug")).length);
console.log("names of 1, 2 and 99:", all(byIds([1, 2, 99])).map((row) => row.name).join(", "));
// #endregion use

assert.equal(all(byName(attack)).length, 1); // the product that really has this name
assert.equal(all(byIds([])).length, 0);
assert.equal(all(byIds([1, 2, 99])).length, 2);
