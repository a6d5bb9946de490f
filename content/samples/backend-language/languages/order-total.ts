type Item = { sku: string; quantity: number; unitCents: number };

/** Works in whole cents: `number` is a double, which has no exact 0.10. */
function totalCents(items: Item[], percentOff: number): number {
  const sum = items.reduce(
    (cents, item) => cents + item.quantity * item.unitCents,
    0,
  );
  return Math.round((sum * (100 - percentOff)) / 100);
}

const basket: Item[] = [
  { sku: 'TEA-01', quantity: 2, unitCents: 490 },
  { sku: 'MUG-01', quantity: 1, unitCents: 1250 },
  { sku: 'POT-01', quantity: 1, unitCents: 2900 },
];

console.log((totalCents(basket, 15) / 100).toFixed(2));
