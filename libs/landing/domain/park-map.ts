import { escaped } from '#kernel';

/** A site on a map: where it is, and how it stands. */
export interface MappedSite {
  readonly code: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly state: string;
}

const [WIDTH, HEIGHT, MARGIN] = [800, 540, 40];
/** Title, legend, and the words above the northernmost site. */
const TOP = 90;
const COLOURS: Readonly<Record<string, string>> = { free: '#389e0d', reserved: '#d48806', taken: '#8c8c8c' };
const NAMES: Readonly<Record<string, string>> = { free: '可供 free', reserved: '预留 reserved', taken: '已签 taken' };

/** A park's sites as a plain picture (SVG) to scale, north above: for where no map tiles can be reached. */
export function parkMap(title: string, sites: readonly MappedSite[]): string {
  const [longitudes, latitudes] = [sites.map(({ longitude }) => longitude), sites.map(({ latitude }) => latitude)];
  const [west, south] = [Math.min(...longitudes), Math.min(...latitudes)];
  // A degree of longitude is shorter by the cosine of the latitude.
  const narrow = Math.cos(((south + Math.max(...latitudes)) / 2) * (Math.PI / 180));
  const [across, down] = [(Math.max(...longitudes) - west) * narrow || 1e-6, Math.max(...latitudes) - south || 1e-6];
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - TOP - MARGIN) / down);
  const dots = sites.map(({ code, latitude, longitude, state }) => {
    const [x, y] = [MARGIN + (longitude - west) * narrow * scale, HEIGHT - MARGIN - (latitude - south) * scale].map((value) => value.toFixed(1)) as [string, string];
    return `<g><title>${escaped(code)} ${NAMES[state] ?? state}</title><circle cx="${x}" cy="${y}" r="8" fill="${COLOURS[state] ?? '#595959'}"/><text x="${x}" y="${(Number(y) - 12).toFixed(1)}" text-anchor="middle">${escaped(code)}</text></g>`;
  });
  const legend = Object.keys(NAMES).map((state, n) => `<circle cx="${MARGIN + 150 * n}" cy="44" r="6" fill="${COLOURS[state]!}"/><text x="${MARGIN + 12 + 150 * n}" y="49">${NAMES[state]!}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="13"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fafafa"/><text x="${MARGIN}" y="26" font-size="17">${escaped(title)}</text>${legend.join('')}${dots.join('')}</svg>`;
}
