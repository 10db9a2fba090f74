import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { ReplaySubject, takeUntil, type Observable } from 'rxjs';

/** Streams that the service sends for as long as someone listens: they end when it stops, so that it can. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  /** Kept, so that a stream ends too that someone asks for while the service is stopping. */
  private readonly stopping = new ReplaySubject<void>(1);

  beforeApplicationShutdown(): void {
    this.stopping.next();
  }

  untilStop<T>(stream: Observable<T>): Observable<T> {
    return stream.pipe(takeUntil(this.stopping));
  }
}
