/** Loads the small servers that pages can be spoken to with: `content/http/<name>.yaml`. */
import { httpModelSchema, type HttpModel } from '../../http-model/model-schema.ts';
import { readYamlFile, yamlFilesBelow } from '../files/content-files.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

const folder = 'content/http';

/** @returns models by their names */
export function loadHttpModels(root: string, problems: Problem[]): Map<string, HttpModel> {
  return new Map(
    yamlFilesBelow(root, folder, problems).flatMap((name) => {
      const read = readYamlFile(root, `${folder}/${name}`, httpModelSchema, problems);
      if (!read) return [];
      checkNames(read.value, (at) => read.source.placeOf(at), problems);
      return [[name.replace(/\.ya?ml$/, ''), read.value] as const];
    }),
  );
}

/** Checks that collections, fields and rows which a model names are there, and that no two rows have one id. */
function checkNames(model: HttpModel, placeOf: (at: PropertyKey[]) => Place, problems: Problem[]): void {
  const collections = Object.keys(model.collections);
  const isCollection = (name: string | undefined, at: PropertyKey[]): name is string => {
    if (name === undefined) return false;
    if (collections.includes(name)) return true;
    problems.push(
      problem('http-collection', placeOf(at), { name, near: nearest(name, collections), allowed: collections }),
    );
    return false;
  };
  for (const [collection, { fields, rows, shows, sets, takes, onceByKey }] of Object.entries(model.collections)) {
    const at = ['collections', collection];
    const own = fieldsOf(model, collection);
    const isField = (name: string | undefined, allowed: readonly string[], place: PropertyKey[]) => {
      if (name !== undefined && !allowed.includes(name))
        problems.push(problem('http-field', placeOf(place), { name, near: nearest(name, allowed), allowed }));
    };
    for (const [field, { refersTo, each = {} }] of Object.entries(fields)) {
      isCollection(refersTo, [...at, 'fields', field, 'refersTo']);
      for (const [one, rule] of Object.entries(each))
        isCollection(rule.refersTo, [...at, 'fields', field, 'each', one, 'refersTo']);
    }
    const ids = new Map<string, number>();
    rows.forEach(({ id }, index) => {
      const first = ids.get(String(id));
      if (first === undefined) ids.set(String(id), index);
      else
        problems.push(problem('http-id-twice', placeOf([...at, 'rows', index, 'id']), { id: String(id), collection }));
    });
    shows?.forEach((name, index) => isField(name, own, [...at, 'shows', index]));
    isField(onceByKey?.per, Object.keys(fields), [...at, 'onceByKey', 'per']);
    for (const [name, value] of Object.entries(sets)) {
      if (typeof value !== 'object' || value === null || !('times' in value)) continue;
      value.times.forEach((factor, index) => {
        const place = [...at, 'sets', name, 'times', index];
        const [field = '', beyond] = factor.split('.');
        isField(field, Object.keys(fields), place);
        const other = fields[field]?.refersTo;
        if (beyond === undefined || fields[field] === undefined) return;
        if (other !== undefined && collections.includes(other)) isField(beyond, fieldsOf(model, other), place);
        else if (other === undefined) problems.push(problem('http-lookup', placeOf(place), { factor, field }));
      });
    }
    if (!takes) continue;
    isField(takes.in, Object.keys(fields), [...at, 'takes', 'in']);
    const entry = takes.in === undefined ? fields : fields[takes.in]?.each;
    if (entry) {
      isField(takes.id, Object.keys(entry), [...at, 'takes', 'id']);
      isField(takes.count, Object.keys(entry), [...at, 'takes', 'count']);
    }
    if (isCollection(takes.from, [...at, 'takes', 'from']))
      isField(takes.of, fieldsOf(model, takes.from), [...at, 'takes', 'of']);
  }
}

/** Fields that what a collection keeps may have: those of bodies and rows, and those that the server puts in. */
function fieldsOf({ collections }: HttpModel, name: string): string[] {
  const { fields, rows, sets } = collections[name]!;
  return [...new Set(['id', ...Object.keys(fields), ...Object.keys(sets), ...rows.flatMap((row) => Object.keys(row))])];
}
