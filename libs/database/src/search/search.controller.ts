import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { DataSource } from 'typeorm';
import { resourceOf, type CrmRecordType, type SearchHitView, type SearchQuery } from '@relata/contracts';
import { currentRights } from '@relata/platform';
import { RecordStores } from '../records/record-stores';
import { withSimilarWords, withWords } from './candidates';
import { hitOf } from './hit';

/** The service's records by words, as far as the caller may see them. */
@Controller()
export class SearchController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stores: RecordStores,
  ) {}

  @MessagePattern('search.find')
  async find(@Payload() { types, ...query }: SearchQuery): Promise<SearchHitView[]> {
    const seen = types.filter((type) => currentRights().scope(resourceOf(type), 'read') !== 'none');
    const hits = await Promise.all(seen.map((type) => this.ofType(type, query)));
    return hits
      .flat()
      .sort((a, b) => b.score - a.score)
      .slice(0, query.limit);
  }

  private async ofType(
    type: CrmRecordType,
    { q, similar }: Omit<SearchQuery, 'types'>,
  ): Promise<SearchHitView[]> {
    const store = this.stores.of(type);
    const records = await (similar ? withSimilarWords : withWords)(store, q, this.dataSource.manager);
    return records.flatMap((record) => hitOf(type, record, store.kind.searchFields, q, similar) ?? []);
  }
}
