// #region order
setTimeout(() => console.log('5 timer callback'), 0);
Promise.resolve().then(() => console.log('3 promise job'));

async function placeOrder(): Promise<void> {
  console.log('1 runs up to the first await');
  await null;
  console.log('4 goes on after the await');
}

placeOrder();
console.log('2 the caller goes on');
// #endregion order
