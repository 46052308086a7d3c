// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dure::search {

/// Words that say what kind of company it is, country by country, as they stand in a folded name whose
/// abbreviations have lost their points. They come off at the end of a name.
inline constexpr std::u32string_view kLegalWords[] = {
    // English-speaking countries
    U"co", U"company", U"corp", U"corporation", U"inc", U"incorporated", U"ltd", U"limited", U"llc", U"llp",
    U"lp", U"plc", U"pty", U"pte", U"pllc",
    // Germany, Austria, Switzerland
    U"gmbh", U"mbh", U"ag", U"kg", U"kgaa", U"ohg", U"ug", U"gbr", U"ek", U"eg", U"se",
    // France, Belgium
    U"sa", U"sas", U"sasu", U"sarl", U"eurl", U"snc", U"sca", U"scop", U"sprl", U"srl", U"bvba",
    // Italy, Spain, Portugal, Latin America
    U"spa", U"sapa", U"sl", U"slu", U"sau", U"scoop", U"lda", U"ltda", U"eireli", U"sab", U"cv",
    // Netherlands, Nordic and Baltic countries
    U"bv", U"nv", U"vof", U"ab", U"oy", U"oyj", U"as", U"asa", U"aps", U"hf", U"ehf", U"ou", U"sia", U"uab",
    // Middle and eastern Europe
    U"sro", U"spol", U"zoo", U"sp", U"kft", U"zrt", U"nyrt", U"bt", U"doo", U"dd", U"ad", U"ead", U"eood",
    U"ood", U"ooo", U"oao", U"pao", U"zao", U"ao", U"ooo", U"tov", U"too", U"ооо", U"оао", U"пао", U"зао",
    U"ао", U"тов", U"тоо", U"ип",
    // Turkey, Asia
    U"şti", U"sti", U"tic", U"san", U"aş", U"sdn", U"bhd", U"berhad", U"tbk", U"pt", U"kk", U"gk", U"pvt",
    U"private", U"jsc", U"ojsc", U"cjsc", U"pjsc", U"fzco", U"fze", U"dmcc", U"pcl", U"public", U"株", U"주",
    U"유", U"주식회사", U"유한회사", U"유한책임회사", U"합자회사", U"합명회사", U"농업회사법인", U"사단법인",
    U"재단법인", U"株式会社", U"有限会社", U"合同会社", U"有限公司"};

/// Those that also stand in front.
inline constexpr std::u32string_view kLegalInFront[] = {
    U"주",       U"유",       U"株",       U"주식회사", U"유한회사", U"유한책임회사", U"농업회사법인",
    U"사단법인", U"재단법인", U"株式会社", U"有限会社", U"合同会社", U"ооо",          U"оао",
    U"пао",      U"зао",      U"ао",       U"тов",      U"тоо",      U"ип",           U"ooo",
    U"oao",      U"pao",      U"zao",      U"pt",       U"cv"};

/// Written onto the name without a blank.
inline constexpr std::u32string_view kLegalPrefixes[] = {U"주식회사", U"유한회사", U"株式会社", U"有限会社",
                                                         U"合同会社"};
inline constexpr std::u32string_view kLegalSuffixes[] = {
    U"주식회사",     U"유한회사",     U"株式会社", U"有限会社", U"合同会社",
    U"股份有限公司", U"有限责任公司", U"有限公司", U"集团",     U"公司"};

/// Words that name no one: they are left out of a name that has others.
inline constexpr std::u32string_view kEmptyWords[] = {
    U"and", U"und", U"et", U"y", U"of", U"the", U"for", U"de", U"la", U"group", U"holding", U"holdings"};

/// Trades at the end of a Hangul name.
struct Trade {
    std::u32string_view hangul, english;
};
inline constexpr Trade kTrades[] = {{U"일렉트로닉스", U"electronics"},
                                    {U"엔지니어링", U"engineering"},
                                    {U"인터내셔널", U"international"},
                                    {U"머티리얼즈", U"materials"},
                                    {U"오토메이션", U"automation"},
                                    {U"인더스트리", U"industry"},
                                    {U"로보틱스", U"robotics"},
                                    {U"테크놀로지", U"technology"},
                                    {U"솔루션", U"solution"},
                                    {U"시스템즈", U"systems"},
                                    {U"시스템", U"systems"},
                                    {U"에너지", U"energy"},
                                    {U"반도체", U"semiconductor"},
                                    {U"자동차", U"motor"},
                                    {U"중공업", U"heavy industries"},
                                    {U"홀딩스", U"holdings"},
                                    {U"바이오", U"bio"},
                                    {U"전자", U"electronics"},
                                    {U"전기", U"electric"},
                                    {U"전선", U"cable"},
                                    {U"정밀", U"precision"},
                                    {U"기계", U"machinery"},
                                    {U"산업", U"industries"},
                                    {U"공업", U"industries"},
                                    {U"화학", U"chemical"},
                                    {U"제약", U"pharmaceutical"},
                                    {U"제철", U"steel"},
                                    {U"철강", U"steel"},
                                    {U"건설", U"construction"},
                                    {U"기술", U"technology"},
                                    {U"물산", U"trading"},
                                    {U"상사", U"trading"},
                                    {U"로봇", U"robot"},
                                    {U"테크", U"tech"},
                                    {U"금속", U"metal"},
                                    {U"전력", U"power"},
                                    {U"항공", U"air"},
                                    {U"해운", U"shipping"},
                                    {U"보험", U"insurance"},
                                    {U"증권", U"securities"},
                                    {U"은행", U"bank"},
                                    {U"식품", U"foods"}};

}  // namespace dure::search
