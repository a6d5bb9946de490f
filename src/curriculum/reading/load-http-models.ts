/** Loads the small servers that pages can be spoken to with: `content/http/<name>.yaml`. */
import { httpModelSchema, type HttpModel } from '../../http-model/model-schema.ts';
import { readYamlFile, yamlFilesBelow } from '../files/content-files.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';

const folder = 'content/http';

/** @returns models by their names */
export function loadHttpModels(root: string, problems: Problem[]): Map<string, HttpModel> {
  return new Map(
    yamlFilesBelow(root, folder, problems).flatMap((name) => {
      const read = readYamlFile(root, `${folder}/${name}`, httpModelSchema, problems);
      if (!read) return [];
      const collections = Object.keys(read.value.collections);
      const isThere = (other: string | undefined, at: PropertyKey[]) => {
        if (other !== undefined && !collections.includes(other))
          problems.push(
            problem('http-collection', read.source.placeOf(at), {
              name: other,
              near: nearest(other, collections),
              allowed: collections,
            }),
          );
      };
      for (const [collection, { fields, takes }] of Object.entries(read.value.collections)) {
        const at = ['collections', collection];
        isThere(takes?.from, [...at, 'takes', 'from']);
        for (const [field, { refersTo, each = {} }] of Object.entries(fields)) {
          isThere(refersTo, [...at, 'fields', field, 'refersTo']);
          for (const [one, rule] of Object.entries(each))
            isThere(rule.refersTo, [...at, 'fields', field, 'each', one, 'refersTo']);
        }
      }
      return [[name.replace(/\.ya?ml$/, ''), read.value] as const];
    }),
  );
}
