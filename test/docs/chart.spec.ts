import { readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from '#platform';

const CHART = 'deploy/helm/trellis';
const templates = readdirSync(`${CHART}/templates`).map((name) => ({ name, text: readFileSync(`${CHART}/templates/${name}`, 'utf8') }));
const values = parse(readFileSync(`${CHART}/values.yaml`, 'utf8')) as Record<string, unknown>;

/** Every place of a value, by its path; a map of settings is one. */
const paths = (value: unknown, at = ''): string[] => (typeof value === 'object' && value !== null && !Array.isArray(value) && !/\.(settings|resources)$/.test(at) ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${at}.${key}`)) : [at]);

describe('the chart', () => {
  it('uses every value that it offers, and offers every one that it uses', () => {
    const used = new Set(templates.flatMap(({ text }) => [...text.matchAll(/\.Values((?:\.\w+)+)/g)].map(([, path]) => path!)));
    expect([...used].sort()).toEqual(paths(values).sort());
  });

  it.each(templates.filter(({ name }) => name.endsWith('.yaml')))('has in $name objects of Kubernetes, whatever is filled in', ({ text }) => {
    // Lines that only steer go, a block that is put in at the end of a line is a map, and a value is some word.
    const plain = text
      .split('\n')
      .filter((line) => !/^\s*\{\{-.*\}\}$/.test(line))
      .map((line) => line.replace(/(: )?\{\{- (include|toYaml)[^}]*nindent[^}]*\}\}/, ': {}').replace(/"?\{\{[^}]*\}\}"?/g, 'x'))
      .join('\n');
    const documents = parseAllDocuments(plain.replace(/::/g, ':'));
    expect(documents.length).toBeGreaterThan(0);
    for (const document of documents) {
      expect(document.errors).toEqual([]);
      const object = document.toJS() as { apiVersion?: string; kind?: string; metadata?: { name?: string } };
      expect([typeof object.apiVersion, typeof object.kind, typeof object.metadata?.name]).toEqual(['string', 'string', 'string']);
    }
  });

  it('sets what the service knows', () => {
    const set = [...templates.find(({ name }) => name === 'settings.yaml')!.text.matchAll(/^ {2}([A-Z_]+): (.+)$/gm)].map(([, name, value]) => [name!, value!.replace(/^"|"$/g, '')] as const);
    const settings = { ...(values['settings'] as Record<string, string>), ...Object.fromEntries(set), BASE_URL: values['baseUrl'] as string };
    expect(Object.keys(readConfig(settings))).toEqual(expect.arrayContaining(Object.keys(settings)));
    // Health and its port are those of the probes.
    expect(templates.flatMap(({ text }) => [...text.matchAll(/name: health, containerPort: (\d+)/g)].map(([, port]) => port))).toEqual([settings['HEALTH_PORT' as never], settings['HEALTH_PORT' as never]]);
  });
});
