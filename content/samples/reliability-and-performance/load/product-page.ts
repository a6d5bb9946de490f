import http from 'k6/http';
import { check } from 'k6';

// #region k6
export const options = {
  scenarios: {
    shoppers: {
      executor: 'ramping-arrival-rate', // open: k6 starts requests by the clock
      startRate: 50,
      timeUnit: '1s',
      preAllocatedVUs: 50,
      maxVUs: 200,
      stages: [
        { target: 150, duration: '5s' },
        { target: 150, duration: '5s' },
      ],
    },
  },
  thresholds: {
    http_req_failed: ['rate<0.001'],
    http_req_duration: ['p(95)<300', 'p(99)<600'],
    // Else the generator could not keep its promise.
    dropped_iterations: ['count==0'],
  },
};

export default function () {
  const answer = http.get(`${__ENV.SHOP}/api/products`);
  // 204 is the test server's; the shop itself answers 200
  check(answer, { 'status is 204': (r) => r.status === 204 });
}
// #endregion k6
