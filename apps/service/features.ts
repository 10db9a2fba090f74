import { agenda } from '#agenda';
import { archive } from '#archive';
import { endpoints } from '#endpoints';
import { contest } from '#contest';
import { expertise } from '#expertise';
import { funding } from '#funding';
import { identity } from '#identity';
import { incubation } from '#incubation';
import { innovation } from '#innovation';
import { landing } from '#landing';
import { ledger } from '#ledger';
import { notify } from '#notify';
import type { Feature } from '#platform';
import { project } from '#project';
import { rulebook } from '#rulebook';

const CHAIN: readonly Feature[] = [rulebook, archive, identity, agenda, ledger, project, contest, incubation, funding, expertise, landing, innovation, notify];

/** The modules that the service is made of; the last sends outside what happens in all. */
export const FEATURES: readonly Feature[] = [...CHAIN, endpoints(CHAIN)];
