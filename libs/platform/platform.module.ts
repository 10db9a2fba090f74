import { BullModule, getFlowProducerToken, getQueueToken } from '@nestjs/bullmq';
import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import type { FlowProducer, Queue } from 'bullmq';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import { Checkpoints } from './audit/checkpoint.js';
import { Calendar } from './clock/calendar.js';
import { Clock } from './clock/clock.js';
import { Commands } from './commands/commands.js';
import { Transactions } from './commands/transaction.js';
import { Config } from './config/config.js';
import { authSecret, SigningKey } from './config/keys.js';
import { Links } from './config/links.js';
import { Database } from './database/database.js';
import { Clockwork } from './deadlines/clockwork.js';
import type { Feature } from './feature.js';
import { DISTRICT, EVENTS, RULES, type Ground } from './ground.js';
import { Files } from './files/files.js';
import { HealthController } from './health/health.controller.js';
import { Heartbeats } from './health/heartbeats.js';
import { Metrics } from './health/metrics.js';
import { OperationsController } from './http/operations.controller.js';
import { ProblemsController, REFUSALS } from './http/problems.controller.js';
import { PLATFORM } from './declared.js';
import { AnswerInterceptor } from './http/answer.interceptor.js';
import { Streams } from './http/streams.js';
import { ProblemFilter } from './http/problem.filter.js';
import { LOG } from './log/log.js';
import { DeadLetters } from './outbox/dead-letters.js';
import { Relay } from './outbox/relay.js';
import { Permissions } from './permissions/permissions.js';
import { processors } from './queues/processors.js';
import { CLOCKWORK, REACTIONS } from './queues/jobs.js';
import { QUEUE_CONNECTION } from './queues/tokens.js';
import { Progress } from './reactions/progress.js';
import { ReactionRunner } from './reactions/reaction-runner.js';
import { Subscriptions } from './reactions/subscriptions.js';
import { Turning } from './turning.js';

const provide = <T>(token: FactoryProvider['provide'], inject: FactoryProvider['inject'], useFactory: (...parts: never[]) => T): FactoryProvider => ({ provide: token, inject: inject ?? [], useFactory });

@Module({})
export class PlatformModule {
  static on(ground: Ground, features: readonly Feature[]): DynamicModule {
    const subscriptions = new Subscriptions(features.flatMap(({ reactions }) => reactions));
    const queue = { connection: ground.queues.options.connection, prefix: ground.queues.options.prefix };
    const providers = [
      { provide: Config, useValue: ground.config },
      { provide: LOG, useValue: ground.log },
      { provide: Clock, useValue: ground.clock },
      { provide: Calendar, useValue: new Calendar(ground.clock, ground.config.TIME_ZONE) },
      { provide: Database, useValue: ground.database },
      { provide: QUEUE_CONNECTION, useValue: ground.queues },
      { provide: Files, useValue: ground.files },
      { provide: SigningKey, useValue: ground.signingKey },
      { provide: Links, useValue: new Links(authSecret(ground.config)) },
      { provide: DISTRICT, useValue: ground.district },
      { provide: Subscriptions, useValue: subscriptions },
      { provide: REFUSALS, useValue: [...PLATFORM.refusals, ...features.flatMap(({ refusals }) => refusals)] },
      { provide: EVENTS, useValue: features.flatMap(({ events }) => events) },
      { provide: RULES, useValue: features.flatMap(({ rules = [] }) => rules) },
      { provide: Permissions, useValue: new Permissions(features.map(({ permits }) => permits)) },
      provide(Relay, [Database, getQueueToken(REACTIONS), LOG], (database: Database, queue: Queue, log: Logger) => new Relay(database, queue, subscriptions.isJoined, log)),
      provide(Transactions, [Database, Clock, Relay], (database: Database, clock: Clock, relay: Relay) => new Transactions(database, clock, subscriptions.to, relay.hint, subscriptions.conditions)),
      provide(Commands, [Transactions, Permissions], (transactions: Transactions, permissions: Permissions) => new Commands(transactions, permissions)),
      provide(DeadLetters, [Database, Relay], (database: Database, relay: Relay) => new DeadLetters(database, relay)),
      provide(Progress, [Database, Clock, LOG], (database: Database, clock: Clock, log: Logger) => new Progress(database, clock, log)),
      provide(ReactionRunner, [Database, Transactions, getFlowProducerToken(), Progress, LOG], (database: Database, transactions: Transactions, flows: FlowProducer, progress: Progress, log: Logger) => new ReactionRunner(database, ground.config, transactions, subscriptions, flows, ground.files, progress, log)),
      provide(Clockwork, [Database, Transactions, Clock], (database: Database, transactions: Transactions, clock: Clock) => new Clockwork(database, transactions, clock)),
      provide(Checkpoints, [Database, SigningKey, Clock], (database: Database, key: SigningKey, clock: Clock) => new Checkpoints(database, key, clock)),
      provide(Heartbeats, [Database], (database: Database) => new Heartbeats(database)),
      provide(Metrics, [Database], (database: Database) => new Metrics(database)),
      provide(
        Turning,
        [Relay, Clockwork, Checkpoints, Heartbeats, getQueueToken(REACTIONS), getQueueToken(CLOCKWORK), getFlowProducerToken(), LOG],
        (relay: Relay, clockwork: Clockwork, checkpoints: Checkpoints, heartbeats: Heartbeats, reactions: Queue, clock: Queue, flows: FlowProducer, log: Logger) =>
          new Turning(ground, relay, clockwork, checkpoints, heartbeats, { reactions, clock, flows }, log),
      ),
      AnswerInterceptor,
      Streams,
      ProblemFilter,
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [
        LoggerModule.forRoot({ pinoHttp: { logger: ground.log, autoLogging: true, quietReqLogger: true, customAttributeKeys: { reqId: 'requestId' } } }),
        BullModule.forRoot(queue),
        BullModule.registerQueue({ name: REACTIONS }, { name: CLOCKWORK }),
        BullModule.registerFlowProducer({}),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController, OperationsController, ProblemsController],
      providers: [...providers, ...(ground.works ? processors(ground.config) : [])],
      exports: providers,
    };
  }
}
