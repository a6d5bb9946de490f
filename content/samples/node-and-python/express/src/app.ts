import express, { Router, type Express } from 'express';
import { Problem, problemHandler } from './problem.ts';
import { NewProduct, type ProductStore } from './products.ts';

// #region routes
export function productRoutes(products: ProductStore): Router {
  const router = Router();

  router.get('/:id', async (req, res) => {
    const id = /^[0-9]{1,9}$/.test(req.params.id) ? Number(req.params.id) : -1;
    const product = await products.find(id);
    if (!product) throw new Problem(404, 'Product not found');
    res.json(product);
  });

  router.post('/', async (req, res) => {
    const draft = NewProduct.parse(req.body);
    const product = await products.add(draft);
    res.status(201).location(`/api/products/${product.id}`).json(product);
  });

  router.get('/', async (_req, res) => {
    res.json(await products.list());
  });

  return router;
}
// #endregion routes

// #region app
export function createApp(products: ProductStore): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '20kb' }));
  app.use('/api/products', productRoutes(products));
  app.use(() => {
    throw new Problem(404, 'No such resource');
  });
  app.use(problemHandler);
  return app;
}
// #endregion app
