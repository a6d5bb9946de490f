"""Text that was stored safely is still only text when you read it back."""
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table product (id integer primary key, name text, category text)")
db.execute("create table category (name text)")
db.executemany(
    "insert into product (name, category) values (:name, :category)",
    [
        {"name": "Mug", "category": "kitchen"},
        {"name": "Tea", "category": "food"},
        {"name": "Secret launch", "category": "hidden"},
    ],
)

# #region second-order
# Somebody names a category in the partner
# form. The insert binds it: no harm yet.
db.execute("insert into category values (?)", ("food' or category = 'hidden",))

# Months later a report trusts it, because "it comes from our own database".
(category,) = db.execute("select name from category").fetchone()
leaky = db.execute(
    f"select name from product where category = '{category}'"
).fetchall()
safe = db.execute(
    "select name from product where category = ?", (category,)
).fetchall()
print("glued:", [name for (name,) in leaky])
print("bound:", [name for (name,) in safe])

try:
    db.execute("select 1; drop table product")
except sqlite3.Error as error:
    print("two statements:", error)
# #endregion second-order

assert [name for (name,) in leaky] == ["Tea", "Secret launch"]
assert safe == []
db.close()
