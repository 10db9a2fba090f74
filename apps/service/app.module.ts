import { Global, Module, type DynamicModule } from '@nestjs/common';
import { scoresChapter } from '#contest';
import { expertiseChapter } from '#expertise';
import { fundingChapter } from '#funding';
import { incubationChapter } from '#incubation';
import { landingChapter } from '#landing';
import { PlatformModule, type Ground } from '#platform';
import { CHAPTERS } from '#project';
import { FEATURES } from './features.js';

/** The parts of a project's history, in the order of the chain. */
const chapters = { provide: CHAPTERS, useValue: [scoresChapter, incubationChapter, fundingChapter, expertiseChapter, landingChapter] };

@Global()
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(ground, FEATURES), ...FEATURES.map(({ module }) => module)], providers: [chapters], exports: [chapters] };
  }
}
