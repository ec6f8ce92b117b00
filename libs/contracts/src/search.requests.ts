import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { AreFieldNames } from './field-names';
import { MayBeAbsent } from './may-be-absent';
import { MAX_LIMIT } from './query';

/** A list whose filter is a tree; otherwise what the parameters of the GET say. */
export class SearchRequest {
  /**
   * `{ "field", "op", "value" }`, `{ "and": [...] }`, `{ "or": [...] }`, `{ "not": {...} }`, or a list of these that must all hold.
   */
  @MayBeAbsent()
  filter?: object;

  /** `["-createdAt", "lastName"]`; newest first when absent. */
  @AreFieldNames()
  sort?: string[];

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  limit?: number;

  /** From `page.nextCursor` or `page.prevCursor` of an answer; bound to filter and sort. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4_000)
  cursor?: string;

  /** Words that must all occur. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(1_000)
  q?: string;

  /** A saved view, whose filter must hold, too; its sort, fields and include stand unless they are given here. */
  @MayBeAbsent()
  @IsUUID()
  view?: string;

  @MayBeAbsent()
  @IsIn(['exact'])
  count?: 'exact';

  @MayBeAbsent()
  @IsIn(['only'])
  deleted?: 'only';

  /** Related records in the same answer. */
  @AreFieldNames()
  include?: string[];

  /** The fields to answer; all when absent. */
  @AreFieldNames()
  fields?: string[];
}
