import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Subject, takeUntil, type Observable } from 'rxjs';

/** Streams that the service sends for as long as someone listens: they end when it stops, so that it can. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  private readonly stopping = new Subject<void>();

  beforeApplicationShutdown(): void {
    this.stopping.next();
  }

  untilStop<T>(stream: Observable<T>): Observable<T> {
    return stream.pipe(takeUntil(this.stopping));
  }
}
