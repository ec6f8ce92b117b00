import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomFields } from './custom-fields/custom-fields';
import { RecordStores } from './records/record-stores';
import { ReferenceOwnerController } from './references/reference-owner.controller';
import { References } from './references/references';
import { dataSourceOptions, type SchemaDefinition } from './schema/schema';

/** One service's schema, and the mechanisms that its records share. */
@Global()
@Module({})
export class DatabaseModule {
  static forService(definition: SchemaDefinition, url: string, poolSize: number): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(definition, url, poolSize),
          retryAttempts: 20,
          retryDelay: 500,
        }),
      ],
      controllers: [ReferenceOwnerController],
      providers: [CustomFields, RecordStores, References],
      exports: [CustomFields, RecordStores, References, TypeOrmModule],
    };
  }
}
