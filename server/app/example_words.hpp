// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>
#include <string_view>

/// The words that the example's invented members are made of.
namespace dure::app::example {

/// A part of a name with how it is written in Latin letters.
struct Part {
    std::string_view own, latin;
};

/// How organisations of a language are called and described. In the sentences {1}, {2} and {3} stand for
/// technologies, {n} for the name, {y} for a year.
struct Tongue {
    std::string_view language;
    std::span<const Part> first, second;
    std::span<const Part> trades;            ///< robotics, energy, parts
    std::string_view form;                   ///< {n} stands for the name: "{n} GmbH"
    std::array<std::string_view, 4> places;  ///< of a university, an institute, an agency, an association
    std::array<std::string_view, 4> sentences;
    std::string_view product;  ///< {1} stands for the technology
};

struct Country {
    std::string_view code, language, form;
    int weight;
};

// clang-format off
inline constexpr Part kKoFirst[] = {{"가람","Garam"},{"나래","Narae"},{"다솜","Dasom"},{"라온","Raon"},{"마루","Maru"},{"바론","Baron"},{"새론","Saeron"},{"아람","Aram"},{"자올","Jaol"},{"차림","Charim"},{"하람","Haram"},{"해담","Haedam"},{"도담","Dodam"},{"미르","Mir"},{"보람","Boram"},{"슬기","Seulgi"},{"여울","Yeoul"},{"이든","Ideun"},{"온새","Onsae"},{"푸름","Pureum"}};
inline constexpr Part kKoSecond[] = {{"가온","gaon"},{"나루","naru"},{"다온","daon"},{"로하","roha"},{"미담","midam"},{"비채","bichae"},{"새별","saebyeol"},{"아토","ato"},{"율하","yulha"},{"채움","chaeum"},{"타래","tarae"},{"하늬","hanui"}};
inline constexpr Part kKoTrades[] = {{"로보틱스"," Robotics"},{"에너지"," Energy"},{"정밀"," Precision"}};
inline constexpr Part kLatinFirst[] = {{"Vel","Vel"},{"Tari","Tari"},{"Koru","Koru"},{"Nemo","Nemo"},{"Alvi","Alvi"},{"Brax","Brax"},{"Dori","Dori"},{"Elmo","Elmo"},{"Fari","Fari"},{"Grun","Grun"},{"Halo","Halo"},{"Ivra","Ivra"},{"Jora","Jora"},{"Lumo","Lumo"},{"Mira","Mira"},{"Orbo","Orbo"},{"Pira","Pira"},{"Quan","Quan"},{"Rova","Rova"},{"Sel","Sel"},{"Tolva","Tolva"},{"Urba","Urba"},{"Vanti","Vanti"},{"Zeno","Zeno"}};
inline constexpr Part kLatinSecond[] = {{"mora","mora"},{"con","con"},{"dex","dex"},{"fina","fina"},{"gard","gard"},{"lin","lin"},{"max","max"},{"nova","nova"},{"pol","pol"},{"ris","ris"},{"sol","sol"},{"tek","tek"},{"via","via"},{"wen","wen"},{"xon","xon"},{"zar","zar"}};
inline constexpr Part kEnTrades[] = {{" Robotics"," Robotics"},{" Energy"," Energy"},{" Components"," Components"}};
inline constexpr Part kDeTrades[] = {{" Robotik"," Robotik"},{" Energietechnik"," Energietechnik"},{" Maschinenteile"," Maschinenteile"}};
inline constexpr Part kFrTrades[] = {{" Robotique"," Robotique"},{" Énergie"," Energie"},{" Mécanique"," Mecanique"}};
inline constexpr Part kEsTrades[] = {{" Robótica"," Robotica"},{" Energía"," Energia"},{" Mecánica"," Mecanica"}};
inline constexpr Part kTrTrades[] = {{" Robotik"," Robotik"},{" Enerji"," Enerji"},{" Makine Parçaları"," Makine Parcalari"}};
inline constexpr Part kZhFirst[] = {{"华","Hua"},{"瑞","Rui"},{"恒","Heng"},{"铭","Ming"},{"博","Bo"},{"卓","Zhuo"},{"远","Yuan"},{"辰","Chen"},{"凌","Ling"},{"泰","Tai"},{"云","Yun"},{"晟","Sheng"}};
inline constexpr Part kZhSecond[] = {{"川","chuan"},{"岚","lan"},{"禾","he"},{"钧","jun"},{"沐","mu"},{"宁","ning"},{"舟","zhou"},{"峰","feng"},{"栎","li"},{"陌","mo"}};
inline constexpr Part kZhTrades[] = {{"机器人"," Robot"},{"能源"," Energy"},{"精密机械"," Precision"}};
inline constexpr Part kJaFirst[] = {{"青","Ao"},{"北","Kita"},{"東","Higashi"},{"星","Hoshi"},{"海","Umi"},{"白","Shiro"},{"若","Waka"},{"千","Chi"},{"早","Haya"},{"朝","Asa"}};
inline constexpr Part kJaSecond[] = {{"原","hara"},{"瀬","se"},{"岬","misaki"},{"森","mori"},{"沢","zawa"},{"浜","hama"},{"丘","oka"},{"木","ki"}};
inline constexpr Part kJaTrades[] = {{"ロボティクス"," Robotics"},{"エネルギー"," Energy"},{"精機"," Seiki"}};
inline constexpr Part kRuFirst[] = {{"Вел","Vel"},{"Тари","Tari"},{"Кору","Koru"},{"Альви","Alvi"},{"Дори","Dori"},{"Люмо","Lyumo"},{"Мира","Mira"},{"Орбо","Orbo"},{"Рова","Rova"},{"Зено","Zeno"}};
inline constexpr Part kRuSecond[] = {{"кон","kon"},{"декс","deks"},{"гард","gard"},{"лин","lin"},{"пол","pol"},{"сол","sol"},{"тек","tek"},{"зар","zar"}};
inline constexpr Part kRuTrades[] = {{" Робототехника"," Robototekhnika"},{" Энерго"," Energo"},{" Деталь"," Detal"}};

inline constexpr Tongue kTongues[] = {
    {"ko", kKoFirst, kKoSecond, kKoTrades, "(주){n}", {"{n} 대학교", "{n} 연구원", "{n} 진흥원", "{n} 협회"},
     {"{1}, {2} 분야의 설계와 생산을 합니다.", "{y}년에 설립되어 {1} 설비를 공급하고 {2} 관련 기술을 개발합니다.", "주력 제품은 {1}입니다. {2}, {3} 분야에서 해외 협력 기업을 찾습니다.", "{3} 실증 시설을 갖추고 {1} 시험과 인증을 지원합니다."}, "{1} 제품군"},
    {"en", kLatinFirst, kLatinSecond, kEnTrades, "{n} Ltd.", {"{n} University of Technology", "{n} Research Institute", "{n} Development Agency", "{n} Industry Association"},
     {"We design and build solutions for {1} and {2}.", "Founded in {y}, we supply {1} and develop technology for {2}.", "Our main product line is {1}. We look for partners abroad in {2} and {3}.", "We run a test site for {3} and support trials of {1}."}, "{1} series"},
    {"de", kLatinFirst, kLatinSecond, kDeTrades, "{n} GmbH", {"Technische Universität {n}", "Forschungsinstitut {n}", "Wirtschaftsförderung {n}", "Industrieverband {n}"},
     {"Wir entwickeln und fertigen Lösungen für {1} und {2}.", "Seit {y} liefern wir {1} und entwickeln Technik für {2}.", "Unser Schwerpunkt ist {1}. Wir suchen Partner im Ausland für {2} und {3}.", "Wir betreiben ein Versuchsfeld für {3} und begleiten Tests von {1}."}, "Baureihe {1}"},
    {"fr", kLatinFirst, kLatinSecond, kFrTrades, "{n} SAS", {"Université de technologie {n}", "Institut de recherche {n}", "Agence de développement {n}", "Association industrielle {n}"},
     {"Nous concevons et fabriquons des solutions pour {1} et {2}.", "Depuis {y}, nous fournissons {1} et développons des technologies pour {2}.", "Notre gamme principale est {1}. Nous cherchons des partenaires à l’étranger pour {2} et {3}.", "Nous exploitons un site d’essai pour {3} et accompagnons les essais de {1}."}, "Gamme {1}"},
    {"es", kLatinFirst, kLatinSecond, kEsTrades, "{n} S.L.", {"Universidad Tecnológica {n}", "Instituto de Investigación {n}", "Agencia de Desarrollo {n}", "Asociación Industrial {n}"},
     {"Diseñamos y fabricamos soluciones para {1} y {2}.", "Desde {y} suministramos {1} y desarrollamos tecnología para {2}.", "Nuestra línea principal es {1}. Buscamos socios en el extranjero para {2} y {3}.", "Disponemos de un banco de pruebas para {3} y apoyamos ensayos de {1}."}, "Serie {1}"},
    {"zh", kZhFirst, kZhSecond, kZhTrades, "{n}有限公司", {"{n}理工大学", "{n}研究院", "{n}促进中心", "{n}行业协会"},
     {"我们设计和生产{1}与{2}。", "公司成立于{y}年，供应{1}，并研发{2}技术。", "主要产品为{1}，在{2}和{3}领域寻找海外合作伙伴。", "我们设有{3}试验场，支持{1}测试。"}, "{1}系列"},
    {"ja", kJaFirst, kJaSecond, kJaTrades, "株式会社{n}", {"{n}工科大学", "{n}研究所", "{n}振興機構", "{n}工業会"},
     {"{1}と{2}の設計と製造を行っています。", "{y}年の創業以来、{1}を供給し、{2}の技術を開発しています。", "主力製品は{1}です。{2}と{3}の分野で海外のパートナーを探しています。", "{3}の実証施設を備え、{1}の試験を支援します。"}, "{1}シリーズ"},
    {"ru", kRuFirst, kRuSecond, kRuTrades, "ООО «{n}»", {"Технический университет {n}", "Институт {n}", "Агентство развития {n}", "Ассоциация {n}"},
     {"Мы проектируем и производим решения: {1}, {2}.", "С {y} года поставляем {1} и развиваем технологии: {2}.", "Основная продукция: {1}. Ищем зарубежных партнёров: {2}, {3}.", "У нас есть испытательный полигон: {3}; проводим испытания: {1}."}, "Серия {1}"},
    {"tr", kLatinFirst, kLatinSecond, kTrTrades, "{n} A.Ş.", {"{n} Teknik Üniversitesi", "{n} Araştırma Enstitüsü", "{n} Kalkınma Ajansı", "{n} Sanayi Derneği"},
     {"{1} ve {2} için çözümler tasarlıyor ve üretiyoruz.", "{y} yılından beri {1} tedarik ediyor ve {2} teknolojisi geliştiriyoruz.", "Ana ürünümüz {1}. {2} ve {3} alanlarında yurt dışında ortak arıyoruz.", "{3} için bir test alanımız var ve {1} denemelerini destekliyoruz."}, "{1} serisi"},
};

/// 28 countries. form: of companies there; empty: that of the language.
inline constexpr Country kCountries[] = {
    {"KR", "ko", "", 22}, {"US", "en", "{n} Inc.", 9}, {"FR", "fr", "", 7}, {"DE", "de", "", 7}, {"JP", "ja", "", 6}, {"CN", "zh", "", 6}, {"SG", "en", "{n} Pte. Ltd.", 4},
    {"MY", "en", "{n} Sdn. Bhd.", 3}, {"DK", "en", "{n} ApS", 3}, {"CA", "en", "{n} Inc.", 3}, {"GB", "en", "", 3}, {"ES", "es", "", 3}, {"IT", "en", "{n} S.r.l.", 2}, {"NL", "en", "{n} B.V.", 2},
    {"BE", "fr", "{n} SRL", 2}, {"CH", "de", "{n} AG", 2}, {"AT", "de", "", 2}, {"SE", "en", "{n} AB", 2}, {"FI", "en", "{n} Oy", 1}, {"NO", "en", "{n} AS", 1}, {"TR", "tr", "", 2},
    {"KZ", "ru", "", 1}, {"TW", "zh", "", 2}, {"VN", "en", "{n} JSC", 1}, {"TH", "en", "{n} Co., Ltd.", 1}, {"ID", "en", "PT {n}", 1}, {"AU", "en", "{n} Pty Ltd", 1}, {"MX", "es", "{n} S.A. de C.V.", 1}};

inline constexpr std::string_view kHsRobotics[] = {"847950", "842890", "850152", "903289", "852580", "847989"};
inline constexpr std::string_view kHsEnergy[] = {"850231", "854143", "850760", "841861", "850440", "840682"};
inline constexpr std::string_view kHsParts[] = {"848210", "848340", "848390", "846693", "731815", "848180"};
inline constexpr std::string_view kCertificates[] = {"ISO 9001", "ISO 14001", "ISO 45001", "ISO 50001", "IATF 16949", "CE", "UL"};
// clang-format on

}  // namespace dure::app::example
