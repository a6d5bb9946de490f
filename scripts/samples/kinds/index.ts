/** Every kind of sample, in the order in which they run: what needs only npm first, then builds, then what uses them. */
import type { Kind } from '../check.ts';
import { command } from './command.ts';
import { dockerfile } from './dockerfile.ts';
import { graphql } from './graphql.ts';
import { http } from './http.ts';
import { javaFile } from './java-file.ts';
import { json } from './json.ts';
import { maven } from './maven.ts';
import { nginx } from './nginx.ts';
import { node, nodeProject } from './node.ts';
import { prometheus } from './prometheus.ts';
import { proto } from './proto.ts';
import { python } from './python.ts';
import { shell } from './shell.ts';
import { sqlPglite } from './sql-pglite.ts';
import { sqlServer } from './sql-server.ts';
import { terraform } from './terraform.ts';
import { toml } from './toml.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

export const kinds: readonly Kind[] = [
  sqlPglite,
  node,
  prometheus,
  yaml,
  dockerfile,
  http,
  proto,
  graphql,
  xml,
  json,
  toml,
  maven,
  nodeProject,
  command,
  javaFile,
  python,
  shell,
  sqlServer,
  nginx,
  terraform,
];
