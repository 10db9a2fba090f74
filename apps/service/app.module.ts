import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AGENDAS } from '#agenda';
import { contestAgenda, scoresChapter } from '#contest';
import { expertiseChapter } from '#expertise';
import { fundingChapter } from '#funding';
import { incubationAgenda, incubationChapter } from '#incubation';
import { landingChapter } from '#landing';
import { PlatformModule, type Ground } from '#platform';
import { CHAPTERS } from '#project';
import { FEATURES } from './features.js';

/** What modules have in someone's calendar. */
const agendas = { provide: AGENDAS, useValue: [contestAgenda, incubationAgenda] };

/** The parts of a project's history, in the order of the chain. */
const chapters = { provide: CHAPTERS, useValue: [scoresChapter, incubationChapter, fundingChapter, expertiseChapter, landingChapter] };

@Global()
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(ground, FEATURES), ...FEATURES.map(({ module }) => module)], providers: [agendas, chapters], exports: [agendas, chapters] };
  }
}
