import { ArrayMaxSize, ArrayNotEmpty, IsBoolean, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';

/** What JetStream takes as part of a stream's name and as one token of a subject. */
const CONSUMER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/** Events to send again, to one consumer alone. */
export class ReplayRequest {
  /** A service (`activity`), or a name of your choice: the events come on the stream `REPLAY_<name>`. */
  @Matches(CONSUMER_NAME, { message: 'to must be a name of letters, digits, - and _, at most 64' })
  to: string;

  /** `start`, a position (`page.nextCursor` of GET /v1/events, or a stream's event id), or a time (RFC 3339). */
  @IsString()
  @MaxLength(1000)
  from: string;

  /** Types of event; all when absent. */
  @MayBeAbsent()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(255, { each: true })
  types?: string[];

  /** A service skips what it has applied before. Forced, the event takes effect once more. */
  @MayBeAbsent()
  @IsBoolean()
  force?: boolean;
}
