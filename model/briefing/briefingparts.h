// SPDX-FileCopyrightText: Interdict contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a briefing, each written from the same material. A part about which the record says nothing
// has no blocks.
#pragma once

#include "model/briefing/briefingmaterial.h"

namespace interdict {

std::vector<BriefingBlock> keyFacts(BriefingMaterial& material);
std::vector<BriefingBlock> pictureBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> inForceBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> latestBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> caseBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> milestoneBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> tableBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> doubtBlocks(BriefingMaterial& material);
std::vector<BriefingBlock> sourceBlocks(BriefingMaterial& material); // of what was cited before
std::vector<BriefingBlock> methodBlocks(BriefingMaterial& material, const BriefingChoice& choice);

} // namespace interdict
