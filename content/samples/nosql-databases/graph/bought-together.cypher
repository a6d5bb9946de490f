// #region data
UNWIND [
  ['Ada', 'Mug'], ['Ada', 'Tea'], ['Ada', 'Kettle'],
  ['Ben', 'Mug'], ['Ben', 'Tea'],
  ['Cleo', 'Tea'], ['Cleo', 'Kettle'],
  ['Dan', 'Mug']
] AS row
MERGE (c:Customer {name: row[0]})
MERGE (p:Product {name: row[1]})
MERGE (c)-[:BOUGHT]->(p);
// #endregion data

// #region recommend
MATCH (me:Customer {name: 'Dan'})-[:BOUGHT]->(mine:Product)
MATCH (mine)<-[:BOUGHT]-(other:Customer)-[:BOUGHT]->(idea:Product)
WHERE NOT EXISTS { (me)-[:BOUGHT]->(idea) }
RETURN idea.name AS product, count(DISTINCT other) AS customers
ORDER BY customers DESC, product
LIMIT 5;
// #endregion recommend
