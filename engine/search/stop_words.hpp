// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "engine/search/language.hpp"

namespace dure::search {

/// The stop words of a language, separated by blanks; empty where there are none.
constexpr std::string_view stop_words(Language language) {
    switch (language) {
        case Language::en:
            return "a about above after again against all also although am among an and any are as at be "
                   "because "
                   "been before being below between both but by can cannot could did do does doing done down "
                   "during "
                   "each either else etc ever every few for from further had has have having he hence her "
                   "here hers "
                   "herself him himself his how however i if in into is it its itself just least less many "
                   "may me "
                   "might more most much must my myself neither no nor not now of off often on once only "
                   "onto or "
                   "other others our ours ourselves out over own per rather same several shall she should "
                   "since so "
                   "some such than that the their theirs them themselves then there thereby therefore these "
                   "they "
                   "this those though through thus to together too toward towards under until up upon us "
                   "very via "
                   "was we were what whatever when whence where whereas whether which while who whole whom "
                   "whose why "
                   "will with within without would yet you your yours yourself yourselves";
        case Language::de:
            return "aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes "
                   "auch auf "
                   "aus bei beim bin bis bist da damit dann das dass dein deine dem den denn der deren des "
                   "dessen die "
                   "dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer "
                   "eines er es "
                   "etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier hinter ich ihm "
                   "ihn ihnen "
                   "ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jene kann kein "
                   "keine "
                   "können könnte mein meine mich mir mit muss nach nicht nichts noch nun nur ob oder ohne "
                   "sehr sein "
                   "seine seinem seinen seiner seit sich sie sind so solche soll sollte sondern sowie über "
                   "um und uns "
                   "unser unsere unserem unseren unserer unter vom von vor war waren was weil welche wenn "
                   "werden wie "
                   "wieder will wir wird wo wurde wurden zu zum zur zwar zwischen";
        case Language::fr:
            return "a ai ainsi alors au aucun aussi autre aux avec avoir avons car ce ceci cela celle celui "
                   "ces cet "
                   "cette ceux chaque chez comme d dans de des donc dont du elle elles en encore entre est "
                   "et étaient "
                   "était être eu fait font il ils j je l la le les leur leurs lors lui m ma mais même mes "
                   "moi mon n "
                   "ne ni nos notre nous on ont ou où par pas pendant plus pour qu quand que quel quelle qui "
                   "s sa "
                   "sans se sera ses si son sont sous sur t ta tandis tel telle tes tous tout toute toutes "
                   "très tu un "
                   "une vers vos votre vous y";
        case Language::es:
            return "a al algo alguna algunos ante antes aquel aquella así aun aunque bajo cada como con "
                   "contra cual "
                   "cuales cuando de del desde donde dos durante e el él ella ellas ellos en entre era eran "
                   "es esa "
                   "esas ese eso esos esta está están estas este esto estos fue fueron ha han hasta hay la "
                   "las le les "
                   "lo los más me mediante mi mientras muy nada ni no nos nosotros nuestra nuestras nuestro "
                   "nuestros "
                   "o otra otras otro otros para pero por porque pues que quien se según ser si sí sin sino "
                   "sobre son "
                   "su sus también tan tanto te tiene tienen toda todas todo todos tras tu u un una unas uno "
                   "unos y "
                   "ya yo";
        case Language::ru:
            return "а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да "
                   "для до его "
                   "ее если есть еще же за здесь и из или им их к как какой когда которая которые который "
                   "кто ли либо "
                   "между мы на над нас наш наша наше наши не него нее ни них но о об однако он она они оно "
                   "от очень "
                   "по под после при про с со так также там то того тоже только у уже чего чем через что "
                   "чтобы эта "
                   "эти это этого этой этом этот";
        case Language::tr:
            return "acaba ama ancak bazı belki ben bile bir biri biz bizim bu bunu bunun çok çünkü da daha "
                   "dahi de "
                   "değil diye en gibi hem hep hepsi her hiç için ile ise işte kadar ki kim mı mi mu mü "
                   "nasıl ne neden "
                   "o olan olarak oldu olduğu olup on ona onlar onun sen siz şey şu tüm üzere var ve veya ya "
                   "yani yok";
        case Language::it:
            return "a ad agli ai al alla alle allo anche c che chi ci come con cui da dagli dai dal dalla "
                   "dalle degli "
                   "dei del dell della delle dello di dove e è ed era essere fra gli ha hanno i il in io l "
                   "la le lo "
                   "loro ma nei nel nella nelle noi non nostra nostri nostro o ogni per perché più quale "
                   "quando quella "
                   "quello questa queste questi questo se si sia sono su sua sue sui sul sulla suo tra tutti "
                   "un una "
                   "uno";
        case Language::nl:
            return "aan al alle als bij dan dat de der deze die dit door een en er ge geen haar had heb "
                   "hebben heeft "
                   "het hier hij hoe hun ik in is kan maar meer met mijn naar niet nog nu of om omdat ons "
                   "onze ook op "
                   "over te tegen tot uit van veel voor waar was wat we wel werd wij wordt worden ze zich "
                   "zij zijn zo";
        case Language::pt:
            return "a ao aos as às até com como da das de dela dele do dos e é ela elas ele eles em entre "
                   "era essa "
                   "esse esta está este eu foi foram há isso isto já lhe mais mas mesmo muito na nas não nem "
                   "no nos "
                   "nossa nosso num numa o os ou para pela pelas pelo pelos por qual quando que quem são se "
                   "sem ser "
                   "seu seus só sua suas também tem um uma você vocês";
        case Language::sv:
            return "alla att av blev bli de dem den denna det detta dig din du där efter ej eller en ett för "
                   "från ha "
                   "hade han har hon hur i inte jag kan man med men mig min mot mycket ni nu när och om oss "
                   "på så som "
                   "sin sina sitt till under upp ut utan vad var vara vi vid är över";
        case Language::da:
            return "af alle at blev da de dem den denne der deres det dette dig din du efter eller en er et "
                   "for fra ha "
                   "han hans har havde hun hvad hvor i ikke ind jeg kan man med men mig min mod ned noget "
                   "nogle nu når "
                   "og også om op os over på sig sin som til ud under var ved vi vil være";
        case Language::no:
            return "alle at av ble da de dem den denne der det dette du eller en er et etter for fra ha han "
                   "har hun "
                   "hva hvor i ikke jeg kan man med men meg min mot når og også om opp oss over på seg sin "
                   "skal slik "
                   "som til under ut var ved vi vil være å";
        case Language::fi:
            return "ei ein että he hän ja jo joka jos jotka kanssa kuin kun me mikä minä mukaan mutta myös "
                   "ne niin "
                   "nyt oli olla on ovat se sekä siitä tai te tämä vain";
        case Language::hu:
            return "a az azok azt be csak de egy el ez ezt fel hogy ha is itt ki le már meg mert mi mint "
                   "nagyon nem és "
                   "s ő ők sem vagy van volt";
        case Language::ro:
            return "a acest această ai al ale am ar au că care ce cea cel cele cu cum de din după e ea ei el "
                   "este eu "
                   "fi fost în la le lor mai nu o pe pentru prin sa sau să se și sunt un una unei unui";
        case Language::none:
        case Language::ko:
        case Language::zh:
        case Language::ja:
            return {};
    }
    return {};
}

}  // namespace dure::search
