import { PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ExternalKeyRequest } from '../record.requests';

export class CreateTeamRequest {
  /** Unique among live teams, ignoring case. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** Keys by which other systems know the team; unique among live teams. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ExternalKeyRequest)
  externalKeys?: ExternalKeyRequest[];
}

export class UpdateTeamRequest extends PartialType(CreateTeamRequest) {}
