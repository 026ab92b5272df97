import { documentPlants } from './document-plants.ts';
import type { Plant } from './plant.ts';
import { setupPlants } from './setup-plants.ts';
import { suitePlants } from './suite-plants.ts';
import { undeterminedPlants } from './undetermined-plants.ts';
import { vendorPlants } from './vendor-plants.ts';

export const plants: readonly Plant[] = [
  ...vendorPlants,
  ...documentPlants,
  ...setupPlants,
  ...suitePlants,
  ...undeterminedPlants,
];
