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
  ValidateIf,
  ValidateNested,
} from 'class-validator';

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
  @ValidateIf((pipeline: UpdatePipelineRequest) => pipeline.name !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  name?: string;

  /** True makes this the default pipeline, and no other. */
  @ValidateIf((pipeline: UpdatePipelineRequest) => pipeline.isDefault !== undefined)
  @IsBoolean()
  @IsIn([true], { message: 'isDefault can only be set: make another pipeline the default instead' })
  isDefault?: boolean;
}

export class CreateStageRequest extends StageRequest {
  /** Place in the order, from 0; the end of the open stages when absent. */
  @ValidateIf((stage: CreateStageRequest) => stage.position !== undefined)
  @IsInt()
  @Min(0)
  position?: number;
}

export class UpdateStageRequest {
  @ValidateIf((stage: UpdateStageRequest) => stage.label !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  label?: string;

  /** For deals that enter it from now on. */
  @ValidateIf((stage: UpdateStageRequest) => stage.probability !== undefined)
  @IsInt()
  @Min(0)
  @Max(100)
  probability?: number;

  @ValidateIf((stage: UpdateStageRequest) => stage.position !== undefined)
  @IsInt()
  @Min(0)
  position?: number;
}
