import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsString,
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
