#pragma once

namespace slipway
{

class SectionCard;

// Fill one section of the ComponentsGallery each.
void fillButtons(SectionCard& card);
void fillBadges(SectionCard& card);
void fillFields(SectionCard& card);
void fillChoices(SectionCard& card);
void fillStats(SectionCard& card);
void fillGauges(SectionCard& card);
void fillStepper(SectionCard& card);
void fillMessages(SectionCard& card);
void fillPages(SectionCard& card);
void fillRows(SectionCard& card);
void fillTokens(SectionCard& card);

} // namespace slipway
