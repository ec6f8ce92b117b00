import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ExternalKeyRequest } from '../record.requests';
import { MayBeAbsent } from '../may-be-absent';

export class CreateTeamRequest {
  /** Unique among live teams, ignoring case. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** The team above it. */
  @IsOptional()
  @IsUUID()
  parentId?: string | null;

  /** Users whose scope `team` reaches this team, and those below, as it does their own. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  managerIds?: string[];

  /** Keys by which other systems know the team; unique among live teams. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ExternalKeyRequest)
  externalKeys?: ExternalKeyRequest[];
}

export class UpdateTeamRequest extends PartialType(CreateTeamRequest, { skipNullProperties: false }) {}
