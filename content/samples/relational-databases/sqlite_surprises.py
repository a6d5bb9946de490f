"""Two defaults of SQLite that surprise people who come from a server database."""
import sqlite3

# #region surprises
db = sqlite3.connect(":memory:")
db.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT)")
db.execute("""CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER REFERENCES customer (id),
    total INTEGER)""")

# No customer 999 and no number: both are accepted.
db.execute("INSERT INTO orders VALUES (1, 999, 'twelve')")
query = "SELECT customer_id, total, typeof(total) FROM orders"
print(db.execute(query).fetchone())

db.commit()              # inside a transaction the next line does nothing
db.execute("PRAGMA foreign_keys = ON")     # for this connection only
try:
    db.execute("INSERT INTO orders VALUES (2, 999, 12)")
except sqlite3.IntegrityError as e:
    print("refused:", e)
# #endregion surprises

db.execute("CREATE TABLE strict_orders (id INTEGER PRIMARY KEY, total INTEGER) STRICT")
try:
    db.execute("INSERT INTO strict_orders VALUES (1, 'twelve')")
except sqlite3.IntegrityError as e:
    print("refused:", e)
