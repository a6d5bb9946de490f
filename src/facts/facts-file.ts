/** Reads `content/facts.yaml`: what is true of the running example on every page. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readYamlFile } from '../curriculum/files/content-files.ts';
import type { Problem } from '../curriculum/problems/problems.ts';

export const factsFile = 'content/facts.yaml';

const word = z.string().trim().min(1, 'write at least one word');
const names = z.array(word).default([]);
const port = z.number().int().min(1).max(65535);

const serviceSchema = z.strictObject({
  also: names.describe('Other names of the service, such as its name in a Compose file.'),
  image: word.optional().describe('Image of the service, without tag and digest.'),
  ports: z.record(word, port).default({}).describe('Ports on which it listens, by their name in manifests.'),
  health: names.describe('Paths that a probe may ask.'),
});

export const factsSchema = z.strictObject({
  hosts: z
    .strictObject({
      own: names.describe('Domains of the example; every name below them belongs to it.'),
      others: names.describe('Domains of others that samples and pages name.'),
    })
    .prefault({})
    .describe('Host names under `.example`, `example.com`, `example.org` and `example.net`.'),
  people: z
    .record(word, word)
    .default({})
    .describe('Who has an address at a domain of the example, as part before the `@` and what they are.'),
  services: z.record(word, serviceSchema).default({}).describe('The services, by their name in manifests.'),
  images: z
    .record(word, word)
    .default({})
    .describe('The one version of each image that samples use, as image and tag.'),
  database: z
    .strictObject({
      name: word.describe('Name of the database in connection addresses.'),
      connections: z.number().int().positive().describe('How many connections it accepts.'),
    })
    .optional()
    .describe('The database of the example.'),
  tables: z.record(word, word).default({}).describe('The tables, and what stands in them.'),
  prices: z
    .record(
      word,
      z.strictObject({
        now: z.number().nonnegative().describe('The price where nothing changes it.'),
        also: z
          .array(z.number().nonnegative())
          .default([])
          .describe('Other numbers that may follow: prices that samples change it to, or no prices.'),
      }),
    )
    .default({})
    .describe(
      'Prices, by the word that names what is sold; held where a number with two decimals follows it in a line.',
    ),
  states: z
    .record(word, z.array(word).min(2))
    .default({})
    .describe('States by the name of what has them; a table or type of the name may use no other.'),
  jars: names.describe('Programs that pages start with `java -jar`.'),
  digests: names.describe('Sample files whose images of the example carry a digest.'),
});
export type Facts = z.infer<typeof factsSchema>;

/**
 * @param root folder that holds `content/`
 * @returns the facts; undefined where there is no such file, or it has faults
 */
export function loadFacts(root: string, problems: Problem[]): Facts | undefined {
  if (!existsSync(path.join(root, factsFile))) return undefined;
  return readYamlFile(root, factsFile, factsSchema, problems)?.value;
}
