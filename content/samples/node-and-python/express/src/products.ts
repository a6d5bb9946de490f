import * as z from 'zod';

// #region schema
export const NewProduct = z.strictObject({
  sku: z.string().regex(/^[A-Z0-9-]{3,20}$/, 'use 3 to 20 of A-Z, 0-9 and -'),
  name: z.string().trim().min(1).max(200),
  price: z
    .string()
    .regex(/^[0-9]{1,8}\.[0-9]{2}$/, 'write euro and cents, as in 12.50'),
  stock: z.int().min(0),
});

export type NewProduct = z.infer<typeof NewProduct>;
export type Product = NewProduct & { id: number };
// #endregion schema

export class SkuTaken extends Error {}

/** Keeps products in memory; the methods are async because a database will replace it. */
export class ProductStore {
  readonly #byId = new Map<number, Product>();

  async list(): Promise<Product[]> {
    return [...this.#byId.values()];
  }

  async find(id: number): Promise<Product | undefined> {
    return this.#byId.get(id);
  }

  async add(draft: NewProduct): Promise<Product> {
    for (const product of this.#byId.values()) {
      if (product.sku === draft.sku) throw new SkuTaken(draft.sku);
    }
    const product = { id: this.#byId.size + 1, ...draft };
    this.#byId.set(product.id, product);
    return product;
  }
}
