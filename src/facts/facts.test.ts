import { expect, test } from 'vitest';
import { contentFolder } from '../curriculum/content-fixture.ts';
import type { Problem } from '../curriculum/problems/problems.ts';
import { compareWithFacts } from './compare.ts';

const facts = `hosts: { own: [shop.example], others: [pay.example] }
people: { ada: A customer. }
services:
  shop-api: { also: [api], image: ghcr.io/example/shop-api, ports: { http: 8080 }, health: [/livez, /readyz] }
  shop-db: { also: [db] }
images: { postgres: "18" }
database: { name: shop, connections: 100 }
tables: { orders: Orders., payment: Payments. }
prices: { mug: { now: 12.50, also: [9.99] } }
states: { order: [NEW, PAID], payment: [PENDING, CAPTURED, FAILED] }
jars: [shop-api.jar]
digests: [ops/kustomization.yaml]
`;
const digest = `images: [{ name: ghcr.io/example/shop-api, digest: sha256:${'4f'.repeat(32)} }]\n`;

/** What is told of samples, as `file:line code first sentence`. */
function told(samples: Record<string, string>, page = ''): string[] {
  const root = contentFolder({
    'content/facts.yaml': facts,
    'content/samples/ops/kustomization.yaml': digest,
    ...Object.fromEntries(Object.entries(samples).map(([name, text]) => [`content/samples/${name}`, text])),
  });
  const problems: Problem[] = [];
  compareWithFacts(root, [{ file: 'content/docs/a.mdx', text: page }], problems);
  return problems.map(
    ({ file, line, message }) => `${file.replace('content/samples/', '')}:${line} ${message.split(/[;,] /)[0]}`,
  );
}

const deployment = (inside: string, labels = 'app.kubernetes.io/name: shop-api') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: shop-api }
spec:
  template:
    metadata: { labels: { ${labels} } }
    spec:
      containers:
        - name: api
          image: ghcr.io/example/shop-api:1.4.0
${inside}
`;
const sound = `          ports: [{ name: http, containerPort: 8080 }]
          livenessProbe: { httpGet: { path: /livez, port: http } }`;
const service = `---
kind: Service
metadata: { name: shop-api }
spec:
  selector: { app.kubernetes.io/name: shop-api }
  ports: [{ name: http, port: 80, targetPort: http }]
`;

test('a system that agrees with its facts has no problem', () => {
  const ingress = `---
kind: Ingress
spec:
  rules:
    - host: www.shop.example
      http: { paths: [{ backend: { service: { name: shop-api, port: { name: http } } } }] }
`;
  const samples = {
    'ops/deployment.yaml': deployment(sound) + service + ingress,
    'ops/pool.yaml':
      'kind: ConfigMap\ndata: { SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE: "4" }\n---\nkind: HorizontalPodAutoscaler\nspec: { maxReplicas: 25 }\n',
    'db/schema.sql': "CREATE TABLE orders (status text CHECK (status IN ('NEW', 'PAID')));\n",
    'db/Order.java': 'enum OrderStatus { NEW, PAID }\n',
    'db/application.yaml': 'url: jdbc:postgresql://db:5432/shop\n',
    'db/compose.yaml': 'services:\n  db:\n    image: postgres:18\n',
  };
  expect(told(samples, 'Write to ada@shop.example, and to pay.example. `java -Xmx1g -jar shop-api.jar`\n')).toEqual([]);
});

test('hosts, addresses, programs, images, tables and states that differ are named with their line', () => {
  expect(
    told(
      {
        'db/schema.sql':
          "CREATE TABLE order_line (id int);\nCREATE TABLE payment (\n  status text CHECK (status IN ('PENDING', 'DECLINED')));\n",
        'db/Order.kt': '\nenum class OrderState { NEW, LOST }\n',
        'db/application.yaml': 'url: jdbc:postgresql://database:5432/shop\n',
        'db/compose.yaml': 'services:\n  db:\n    image: postgres:17\n  api:\n    image: ghcr.io/example/api:1\n',
      },
      '\nhttps://shop.example.com/api, mail to adda@shop.example; `java -jar shop.jar`\n',
    ),
  ).toEqual([
    'content/docs/a.mdx:2 The host name here is `shop.example.com`',
    'content/docs/a.mdx:2 The address here is `adda@shop.example`',
    'content/docs/a.mdx:2 The program here is `shop.jar`',
    'db/Order.kt:2 The state of order here is `LOST`',
    'db/application.yaml:1 The database address here is `database:5432/shop`',
    'db/compose.yaml:3 The image here is `postgres:17`',
    'db/compose.yaml:5 The image here is `ghcr.io/example/api:1`',
    'db/schema.sql:1 The table here is `order_line`',
    'db/schema.sql:2 The state of payment here is `DECLINED`',
  ]);
});

test('a price is held behind the name of what is sold, and behind nothing else', () => {
  const samples = {
    'db/data.sql': "INSERT INTO product VALUES (1, 'MUG-01', 'Mug', 12.50, 5), (2, 'PEN-01', 'Pen', 1.20, 3);\n",
    'db/later.sql': "UPDATE product SET price = 9.99 WHERE sku = 'MUG-01';\n",
  };
  expect(told(samples, 'Two mugs cost 25.00, a mug 12.50, and now 9.99. Smuggled at 3.00.\n')).toEqual([]);
  expect(
    told({ 'db/data.json': '[{ "sku": "MUG-1", "quantity": 2, "price": 9.50 }]\n' }, '\nA mug for 9.50 euro\n'),
  ).toEqual(['db/data.json:1 The price of mug here is `9.50`', 'content/docs/a.mdx:2 The price of mug here is `9.50`']);
});

test('a probe, Service or route that leads nowhere is told before a cluster is asked', () => {
  const broken = `          ports: [{ name: web, containerPort: 8080 }, { name: http, containerPort: 8090 }]
          livenessProbe: { httpGet: { path: /health, port: management } }`;
  const route = `---
kind: HTTPRoute
spec:
  rules: [{ backendRefs: [{ name: shop-web, port: 80 }, { name: shop-api, port: 8080 }] }]
`;
  expect(
    told({
      'ops/deployment.yaml': deployment(broken) + service.replace('targetPort: http', 'targetPort: 9090') + route,
    }),
  ).toEqual([
    'ops/deployment.yaml:11 The port http here is `8090`',
    'ops/deployment.yaml:12 Here livenessProbe asks the port `management`',
    'ops/deployment.yaml:12 The health path here is `/health`',
    'ops/deployment.yaml:18 Here the Service sends to the port `9090`',
    'ops/deployment.yaml:22 Here the route leads to the Service `shop-web`',
    'ops/deployment.yaml:22 Here the route asks shop-api on the port `8080`',
  ]);
  expect(told({ 'ops/deployment.yaml': deployment(sound, 'app: api') + service })).toEqual([
    'ops/deployment.yaml:17 Here the Service selects Pods with `app.kubernetes.io/name: shop-api`',
  ]);
});

test('more connections than the database accepts, and an image without its digest, are told', () => {
  const samples = {
    'ops/pool.yaml': 'kind: ConfigMap\ndata: { SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: "10" }\n',
    'ops/scaler.yaml': 'kind: HorizontalPodAutoscaler\nspec:\n  maxReplicas: 20\n',
    'ops/kustomization.yaml': 'images: [{ name: ghcr.io/example/shop-api, newTag: 1.4.0 }]\n',
  };
  expect(told(samples)).toEqual([
    'ops/scaler.yaml:3 20 copies with a pool of 10 need 200 connections',
    'ops/kustomization.yaml:1 The digest of the image here is `ghcr.io/example/shop-api`',
  ]);
});

test('a Pod that the profile of its namespace refuses is told, wherever its manifest lies', () => {
  const namespace =
    'kind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: restricted } }\n';
  const kustomization = 'kind: Kustomization\nnamespace: shop\nresources: [deployment.yaml]\n';
  const pod =
    'spec: { securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }, containers: [';
  const secure = 'securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }';
  const written = (container: string) =>
    `kind: Pod\nmetadata: { name: tool, namespace: shop }\n${pod}{ name: tool, ${container} }] }\n`;
  expect(told({ 'ops/namespace.yaml': namespace, 'other/pod.yaml': written(secure) })).toEqual([]);
  expect(told({ 'ops/namespace.yaml': namespace, 'other/pod.yaml': written('image: tool') })).toEqual([
    'other/pod.yaml:3 The namespace `shop` enforces the profile `restricted` and would refuse `tool`: the container tool needs allowPrivilegeEscalation: false. Add it to the securityContext',
    'other/pod.yaml:3 The namespace `shop` enforces the profile `restricted` and would refuse `tool`: the container tool needs capabilities with drop: [ALL]. Add it to the securityContext',
  ]);
  const cloud = { 'ops/namespace.yaml': namespace, 'cloud/deployment.yaml': deployment(sound) };
  expect(told(cloud)).toEqual([]);
  expect(told({ ...cloud, 'cloud/kustomization.yaml': kustomization })).toHaveLength(4);
});

test('manifests of several lessons fit together in one cluster', () => {
  const config = 'kind: ConfigMap\nmetadata: { name: shop-config }\ndata: { POOL_MAXIMUM_POOL_SIZE: "10" }\n';
  const reading = (name: string) => `${sound}\n          envFrom: [{ configMapRef: { name: ${name} } }]`;
  const scaler = (target: string, copies: number) =>
    `kind: HorizontalPodAutoscaler\nspec:\n  scaleTargetRef: { kind: Deployment, name: ${target} }\n  maxReplicas: ${copies}\n`;
  const policy = (port: number, space: string) => `kind: NetworkPolicy
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: shop-api } }
  ingress:
    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${space} } } }]
      ports: [{ port: ${port} }]
`;
  const route =
    'kind: HTTPRoute\nmetadata: { name: shop }\nspec: { parentRefs: [{ name: public, namespace: edge }] }\n';
  const all = (name: string, target: string, copies: number, port: number, space: string) =>
    told({
      'one/deployment.yaml': deployment(reading(name)),
      'two/config.yaml': config,
      'two/route.yaml': route,
      'three/scaler.yaml': scaler(target, copies),
      'three/policy.yaml': policy(port, space),
    });
  expect(all('shop-config', 'shop-api', 10, 8080, 'edge')).toEqual([]);
  expect(all('shop-settings', 'shop', 11, 8081, 'gateway').sort()).toEqual([
    'one/deployment.yaml:13 Here the container reads the ConfigMap `shop-settings`',
    'three/policy.yaml:5 Here the policy lets in the namespace `gateway`',
    'three/policy.yaml:6 Here the policy opens the port `8081`',
    'three/scaler.yaml:3 Here the autoscaler scales the Deployment `shop`',
    'three/scaler.yaml:4 11 copies with a pool of 10 need 110 connections',
  ]);
});

test('Compose files that readers start side by side share networks and no ports', () => {
  const shop =
    "name: shop\nservices:\n  api: { image: 'ghcr.io/example/shop-api:1', ports: ['127.0.0.1:8080:8080'] }\n";
  const watch = (port: string, network: string, name = 'prometheus') =>
    `services:\n  ${name}:\n    ports: ['${port}:9090']\nnetworks:\n  default: { name: ${network}, external: true }\n`;
  const scrape = (target: string) =>
    `scrape_configs:\n  - job_name: order\n    static_configs:\n      - targets: ['${target}']\n`;
  const with23 = (port: string, network: string, target: string, name?: string) =>
    told({
      'ship/compose.yaml': shop,
      'watch/compose.yaml': watch(port, network, name),
      'watch/prometheus/prometheus.yml': scrape(target),
    });
  expect(with23('9090', 'shop_default', 'api:8080')).toEqual([]);
  expect(with23('8080', 'shop_net', 'api:8080')).toEqual([
    'watch/compose.yaml:5 Here the services join the network `shop_net`',
    'watch/compose.yaml:3 The port of the machine `8080` is taken already',
    'watch/prometheus/prometheus.yml:4 Here is collected from the service `api`',
  ]);
  expect(with23('9090', 'shop_default', 'shop:8081', 'api')).toEqual([
    'watch/compose.yaml:3 The service of the network shop_default `api` is taken already',
    'watch/prometheus/prometheus.yml:4 Here is collected from the service `shop`',
  ]);
  expect(with23('9090', 'shop_default', 'api:8081')).toEqual([
    'watch/prometheus/prometheus.yml:4 Here is collected from api on the port `8081`',
  ]);
});

test('templates, broken YAML and a facts file with faults stop nothing', () => {
  expect(
    told({ 'ops/chart.yaml': 'kind: Deployment\nspec: {{ .Values.x }}\n', 'ops/broken.yaml': 'kind: [\n' }),
  ).toEqual([]);
  const problems: Problem[] = [];
  compareWithFacts(contentFolder({ 'content/facts.yaml': 'host: {}\n' }), [], problems);
  expect(problems).toMatchObject([{ code: 'field-unknown', file: 'content/facts.yaml', line: 1 }]);
});
