import { createApp } from './app.ts';
import { ProductStore } from './products.ts';

// #region server
const port = Number(process.env.PORT ?? 3000);
const server = createApp(new ProductStore()).listen(port, (error) => {
  if (error) throw error;
  console.log(`listening on ${port}`);
});

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(1), 10_000).unref();
});
// #endregion server
