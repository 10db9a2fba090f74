import 'reflect-metadata';
import { plainToInstance, Transform, Type } from 'class-transformer';
import { IsEmail, IsIn, IsInt, IsNumber, IsOptional, IsTimeZone, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { REDIS_ADDRESS } from './redis-address.js';
import { StartFailure } from './start-failure.js';

/** The service's settings, each an environment variable of the same name. */
export class Config {
  /** Where an installation keeps what is its own: the embedded database, keys, files. */
  @MinLength(1)
  TRELLIS_HOME: string = '.trellis';

  @Type(() => Number) @IsInt() @Min(0) @Max(65535)
  PORT: number = 3000;

  @MinLength(1)
  HOST: string = '127.0.0.1';

  /** Where set, health and metrics of each process answer at this port, and metrics no more at the public one. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(65535)
  HEALTH_PORT?: number;

  /** The address people open, without a slash at the end. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true })
  BASE_URL?: string;

  /** Traces go to the OpenTelemetry collector at this address (OTLP over HTTP), such as http://collector:4318. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true })
  OTLP_URL?: string;

  /** The share of requests that are traced. */
  @Type(() => Number) @IsNumber() @Min(0) @Max(1)
  TRACES_SHARE: number = 1;

  @IsOptional() @Matches(/^postgres(ql)?:\/\//, { message: 'DATABASE_URL must begin with postgresql://' })
  DATABASE_URL?: string;

  @Type(() => Number) @IsInt() @Min(4) @Max(100)
  DATABASE_POOL: number = 20;

  @IsOptional() @Matches(REDIS_ADDRESS, { message: 'REDIS_URL must be redis://HOST, redis+cluster://HOST,HOST,… or redis+sentinel://HOST,HOST,…/NAME' })
  REDIS_URL?: string;

  /** Mail goes out through this server; without it, it is kept and shown. */
  @IsOptional() @Matches(/^smtps?:\/\//, { message: 'SMTP_URL must begin with smtp://' })
  SMTP_URL?: string;

  /** Networks inside, with commas, that webhooks and robots may reach, also without TLS; without it, none. */
  @IsOptional() @Matches(/^[\d.:a-fA-F/, ]+$/, { message: 'ENDPOINTS_INSIDE must be networks, such as 10.0.0.0/8, with commas between them' })
  ENDPOINTS_INSIDE?: string;

  /** Addresses or networks of proxies, with commas, whose X-Forwarded-For is believed; without it, nobody's is. */
  @IsOptional() @Matches(/^[\d.:a-fA-F/, ]+$/, { message: 'TRUST_PROXY must be addresses or networks, such as 10.0.0.0/8, with commas between them' })
  TRUST_PROXY?: string;

  /** Mails that go out in a second at most; 0: as many as the server takes. */
  @Type(() => Number) @IsInt() @Min(0) @Max(10_000)
  MAILS_A_SECOND: number = 0;

  /** Signs mails by DKIM: for which domain, with which selector, by the key in which file (PEM). */
  @IsOptional() @MinLength(3)
  DKIM_DOMAIN?: string;

  @MinLength(1)
  DKIM_SELECTOR: string = 'trellis';

  @IsOptional() @MinLength(1)
  DKIM_KEY_FILE?: string;

  /** Mails that can't be delivered come back to this address (the sender of the envelope); without it, to MAIL_FROM. */
  @IsOptional() @IsEmail({ require_tld: false })
  BOUNCES_TO?: string;

  /** The file that describes the gateway of text messages (JSON); without it, none are sent. */
  @IsOptional() @MinLength(1)
  TEXTS_FILE?: string;

  /** Text messages that go out in a second at most. */
  @Type(() => Number) @IsInt() @Min(1) @Max(1000)
  TEXTS_A_SECOND: number = 10;

  @MinLength(3)
  MAIL_FROM: string = 'Trellis <trellis@localhost>';

  /** Files with the secret of sessions and the Ed25519 key of signatures; made under TRELLIS_HOME where not given. */
  @IsOptional() @MinLength(1)
  AUTH_SECRET_FILE?: string;

  @IsOptional() @MinLength(1)
  SIGNING_KEY_FILE?: string;

  /** An S3-compatible store for documents: s3://KEY:SECRET@HOST:PORT/BUCKET, `?tls=0` for plain HTTP. */
  @IsOptional() @Matches(/^s3:\/\/[^:]+:[^@]+@[^/]+\/[^/?]+/, { message: 'S3_URL must look like s3://KEY:SECRET@HOST/BUCKET' })
  S3_URL?: string;

  /** People may sign in by this OpenID Connect provider: its issuer, our client there, and the file with its secret. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true })
  OIDC_ISSUER?: string;

  @IsOptional() @MinLength(1)
  OIDC_CLIENT_ID?: string;

  @IsOptional() @MinLength(1)
  OIDC_CLIENT_SECRET_FILE?: string;

  /** What the provider is called on the page for signing in. */
  @MinLength(1)
  OIDC_NAME: string = '统一身份认证';

  /** The claim that names someone's roles, and which of its values give which role of the district: VALUE=ROLE, with commas. */
  @MinLength(1)
  OIDC_ROLES_CLAIM: string = 'roles';

  @IsOptional() @Matches(/^[^=,]+=(administrator|auditor|leader)(,[^=,]+=(administrator|auditor|leader))*$/, { message: 'OIDC_ROLES must be VALUE=ROLE with commas; roles are administrator, auditor, leader' })
  OIDC_ROLES?: string;

  /** Requests that a person, a key or, of those unknown, an address may make in a minute, as each process counts. */
  @Type(() => Number) @IsInt() @Min(1) @Max(10_000_000)
  REQUESTS_A_MINUTE: number = 3000;

  /** Sign-ins and sign-ups taken from one address in a minute. */
  @Type(() => Number) @IsInt() @Min(1) @Max(100_000)
  SIGN_INS_A_MINUTE: number = 20;

  /** Where backups are written; under TRELLIS_HOME where not given. */
  @IsOptional() @MinLength(1)
  BACKUP_DIR?: string;

  /** The local time of day at which a backup is made every day, such as 02:30; without it, only when asked for. */
  @IsOptional() @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'BACKUP_AT must be a time of day such as 02:30' })
  BACKUP_AT?: string;

  /** How many finished backups stay; older ones are removed. */
  @Type(() => Number) @IsInt() @Min(1) @Max(1000)
  BACKUPS_KEPT: number = 14;

  @MinLength(1)
  DISTRICT_CODE: string = 'district';

  @MinLength(1)
  DISTRICT_NAME: string = '示例区';

  @IsTimeZone()
  TIME_ZONE: string = 'Asia/Shanghai';

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
  LOG_LEVEL: string = 'info';

  /** Jobs that a worker process handles at once. */
  @Type(() => Number) @IsInt() @Min(1) @Max(256)
  CONCURRENCY: number = 16;

  /** How long a job may go without a sign of life before another worker takes it over. */
  @Type(() => Number) @IsInt() @Min(2) @Max(600)
  JOB_LOCK_SECONDS: number = 15;

  /** A database that may lose its last second in a power cut, for tests and the demo. */
  @Transform(({ value }) => value === '1' || value === true) @IsIn([true, false])
  DATABASE_FAST: boolean = false;

  get baseUrl(): string {
    return this.BASE_URL ?? `http://${this.HOST === '0.0.0.0' ? '127.0.0.1' : this.HOST}:${this.PORT}`;
  }
}

/**
 * Reads the settings from an environment; an empty variable counts as absent.
 * @throws StartFailure that lists every mistake at once.
 */
export function readConfig(environment: Readonly<Record<string, unknown>>): Config {
  const names = Object.keys(new Config()).concat('BASE_URL', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'TRUST_PROXY', 'S3_URL', 'AUTH_SECRET_FILE', 'SIGNING_KEY_FILE');
  const given = Object.fromEntries(names.map((name) => [name, environment[name]]).filter(([, v]) => v !== undefined && v !== ''));
  const config = plainToInstance(Config, given, { exposeDefaultValues: true });
  const mistakes = validateSync(config).flatMap((error) => Object.values(error.constraints ?? {}).map((text) => `  ${error.property}: ${text}`));
  if (mistakes.length > 0) throw new StartFailure(`The settings have mistakes:\n${mistakes.join('\n')}`);
  return config;
}
