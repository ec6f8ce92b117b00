import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../may-be-absent';

export class StageRequest {
  /** Fixed once made: lower-case letters, digits and `_`. */
  @Matches(/^[a-z][a-z0-9_]{0,59}$/, { message: 'key must be lower-case letters, digits and _' })
  key: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  label: string;

  /** Percent. */
  @IsInt()
  @Min(0)
  @Max(100)
  probability: number;

  /** `open`, or what a deal in it is. */
  @IsIn(['open', 'won', 'lost'])
  kind: 'open' | 'won' | 'lost';
}

export class CreatePipelineRequest {
  /** Unique among live pipelines, ignoring case. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name: string;

  /** In order; at least one open, exactly one won and one lost. */
  @IsArray()
  @ArrayMinSize(3)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => StageRequest)
  stages: StageRequest[];
}

export class UpdatePipelineRequest {
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name?: string;

  /** True makes this the default pipeline, and no other. */
  @MayBeAbsent()
  @IsBoolean()
  @IsIn([true], { message: 'isDefault can only be set: make another pipeline the default instead' })
  isDefault?: boolean;
}

export class CreateStageRequest extends StageRequest {
  /** Place in the order, from 0; the end of the open stages when absent. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  position?: number;
}

export class UpdateStageRequest {
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  label?: string;

  /** For deals that enter it from now on. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(100)
  probability?: number;

  @MayBeAbsent()
  @IsInt()
  @Min(0)
  position?: number;
}
