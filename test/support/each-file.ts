import { leftovers } from './leftovers.js';

afterAll(async () => {
  await Promise.all([...leftovers].map((left) => left.stop()));
  leftovers.clear();
});
